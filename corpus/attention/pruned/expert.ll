source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@shared = external dso_local addrspace(3) global [0 x float], align 16

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @attention_pruned(ptr noalias noundef %q4, ptr noalias noundef %k4, ptr noalias noundef %q, ptr noalias noundef %k, ptr noalias noundef %v, ptr noalias noundef %kept, ptr noalias noundef %out, i32 noundef %seq, i32 noundef %dim, i32 noundef %threshold) #0 {
entry:
  %value = alloca [4 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %1, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %3
  %cmp = icmp sge i32 %add, %seq
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul5 = mul i32 %3, %dim
  %idx.ext = zext i32 %mul5 to i64
  %add.ptr = getelementptr inbounds nuw float, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 %idx.ext
  %mul7 = mul i32 %2, %dim
  %idx.ext8 = zext i32 %mul7 to i64
  %add.ptr9 = getelementptr inbounds nuw float, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 %idx.ext8
  %mul11 = mul i32 %3, 2
  %mul12 = mul i32 %mul11, %seq
  %idx.ext13 = zext i32 %mul12 to i64
  %add.ptr14 = getelementptr inbounds nuw float, ptr %add.ptr9, i64 %idx.ext13
  %idx.ext15 = sext i32 %seq to i64
  %add.ptr16 = getelementptr inbounds float, ptr %add.ptr14, i64 %idx.ext15
  %div = sdiv i32 %dim, 4
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %conv = zext i32 %4 to i64
  %mul19 = mul nsw i64 %conv, %idx.ext15
  %conv20 = sitofp i32 %dim to float
  %5 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %conv20)
  %div22 = fdiv contract float 0x3FF7154760000000, %5
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %i.0 = phi i32 [ %0, %if.end ], [ %add31, %for.body ]
  %cmp23 = icmp slt i32 %i.0, %dim
  br i1 %cmp23, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %conv24 = sext i32 %add to i64
  %add25 = add nsw i64 %mul19, %conv24
  %conv26 = sext i32 %dim to i64
  %mul27 = mul nsw i64 %add25, %conv26
  %conv28 = sext i32 %i.0 to i64
  %add29 = add nsw i64 %mul27, %conv28
  %arrayidx = getelementptr inbounds float, ptr %q, i64 %add29
  %6 = load float, ptr %arrayidx, align 4, !tbaa !7
  %arrayidx30 = getelementptr inbounds float, ptr %add.ptr, i64 %conv28
  store float %6, ptr %arrayidx30, align 4, !tbaa !7
  %add31 = add nsw i32 %i.0, 32
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %conv32 = sext i32 %add to i64
  %add33 = add nsw i64 %mul19, %conv32
  %conv34 = sext i32 %div to i64
  %mul35 = mul nsw i64 %add33, %conv34
  %add.ptr36 = getelementptr inbounds i32, ptr %q4, i64 %mul35
  br label %for.cond37

for.cond37:                                       ; preds = %if.end82, %for.end
  %first.0 = phi i32 [ 0, %for.end ], [ %add86, %if.end82 ]
  %count.0 = phi i32 [ 0, %for.end ], [ %add84, %if.end82 ]
  %cmp38 = icmp slt i32 %first.0, %seq
  br i1 %cmp38, label %for.body40, label %for.end87

for.body40:                                       ; preds = %for.cond37
  %add41 = add i32 %first.0, %0
  %sub = sub nsw i32 %seq, 1
  %cmp.i = icmp slt i32 %add41, %sub
  %add41.sub = select i1 %cmp.i, i32 %add41, i32 %sub
  %conv43 = sext i32 %add41.sub to i64
  %add44 = add nsw i64 %mul19, %conv43
  %mul46 = mul nsw i64 %add44, %conv34
  %add.ptr47 = getelementptr inbounds i32, ptr %k4, i64 %mul46
  br label %for.cond49

for.cond49:                                       ; preds = %for.body52, %for.body40
  %rough.0 = phi i32 [ 0, %for.body40 ], [ %call.i, %for.body52 ]
  %i48.0 = phi i32 [ 0, %for.body40 ], [ %inc, %for.body52 ]
  %cmp50 = icmp slt i32 %i48.0, %div
  br i1 %cmp50, label %for.body52, label %for.end59

for.body52:                                       ; preds = %for.cond49
  %idxprom53 = sext i32 %i48.0 to i64
  %arrayidx54 = getelementptr inbounds i32, ptr %add.ptr36, i64 %idxprom53
  %7 = load i32, ptr %arrayidx54, align 4, !tbaa !3
  %arrayidx56 = getelementptr inbounds i32, ptr %add.ptr47, i64 %idxprom53
  %8 = load i32, ptr %arrayidx56, align 4, !tbaa !3
  %call.i = call noundef i32 @llvm.nvvm.idp4a.s.s(i32 noundef %7, i32 noundef %8, i32 noundef %rough.0) #8
  %inc = add nsw i32 %i48.0, 1
  br label %for.cond49, !llvm.loop !11

for.end59:                                        ; preds = %for.cond49
  %cmp60 = icmp slt i32 %add41, %seq
  %cmp61 = icmp sge i32 %rough.0, %threshold
  %spec.select = select i1 %cmp60, i1 %cmp61, i1 false
  %9 = call noundef i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %spec.select)
  br i1 %cmp60, label %if.then64, label %if.end74

if.then64:                                        ; preds = %for.end59
  %conv66 = zext i1 %spec.select to i32
  %mul70 = mul nsw i64 %add33, %idx.ext15
  %conv71 = sext i32 %add41 to i64
  %add72 = add nsw i64 %mul70, %conv71
  %arrayidx73 = getelementptr inbounds i32, ptr %kept, i64 %add72
  store i32 %conv66, ptr %arrayidx73, align 4, !tbaa !3
  br label %if.end74

if.end74:                                         ; preds = %if.then64, %for.end59
  br i1 %spec.select, label %if.then76, label %if.end82

if.then76:                                        ; preds = %if.end74
  %shl = shl i32 1, %0
  %sub77 = sub i32 %shl, 1
  %and = and i32 %9, %sub77
  %10 = call noundef i32 @llvm.ctpop.i32(i32 %and)
  %add79 = add nsw i32 %count.0, %10
  %idxprom80 = sext i32 %add79 to i64
  %arrayidx81 = getelementptr inbounds i32, ptr %add.ptr16, i64 %idxprom80
  store i32 %add41, ptr %arrayidx81, align 4, !tbaa !3
  br label %if.end82

if.end82:                                         ; preds = %if.then76, %if.end74
  %11 = call noundef i32 @llvm.ctpop.i32(i32 %9)
  %add84 = add nsw i32 %count.0, %11
  %add86 = add nsw i32 %first.0, 32
  br label %for.cond37, !llvm.loop !13

for.end87:                                        ; preds = %for.cond37
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond88

for.cond88:                                       ; preds = %for.end112, %for.end87
  %highest.0 = phi float [ 0xFFF0000000000000, %for.end87 ], [ %19, %for.end112 ]
  %n.0 = phi i32 [ %0, %for.end87 ], [ %add121, %for.end112 ]
  %cmp89 = icmp slt i32 %n.0, %count.0
  br i1 %cmp89, label %for.body91, label %for.cond.i

for.body91:                                       ; preds = %for.cond88
  %idxprom92 = sext i32 %n.0 to i64
  %arrayidx93 = getelementptr inbounds i32, ptr %add.ptr16, i64 %idxprom92
  %12 = load i32, ptr %arrayidx93, align 4, !tbaa !3
  %conv94 = sext i32 %12 to i64
  %add95 = add nsw i64 %mul19, %conv94
  %mul97 = mul nsw i64 %add95, %conv34
  %add.ptr98 = getelementptr inbounds <4 x float>, ptr %k, i64 %mul97
  br label %for.cond100

for.cond100:                                      ; preds = %for.body103, %for.body91
  %sum.0 = phi <4 x float> [ zeroinitializer, %for.body91 ], [ %add109, %for.body103 ]
  %i99.0 = phi i32 [ 0, %for.body91 ], [ %inc111, %for.body103 ]
  %cmp101 = icmp slt i32 %i99.0, %div
  br i1 %cmp101, label %for.body103, label %for.end112

for.body103:                                      ; preds = %for.cond100
  %idxprom104 = sext i32 %i99.0 to i64
  %arrayidx105 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom104
  %13 = load <4 x float>, ptr %arrayidx105, align 16, !tbaa !15
  %arrayidx107 = getelementptr inbounds <4 x float>, ptr %add.ptr98, i64 %idxprom104
  %14 = load <4 x float>, ptr %arrayidx107, align 16, !tbaa !15
  %mul108 = fmul contract <4 x float> %13, %14
  %add109 = fadd contract <4 x float> %sum.0, %mul108
  %inc111 = add nsw i32 %i99.0, 1
  br label %for.cond100, !llvm.loop !16

for.end112:                                       ; preds = %for.cond100
  %15 = extractelement <4 x float> %sum.0, i64 0
  %16 = extractelement <4 x float> %sum.0, i64 1
  %add113 = fadd contract float %15, %16
  %17 = extractelement <4 x float> %sum.0, i64 2
  %18 = extractelement <4 x float> %sum.0, i64 3
  %add114 = fadd contract float %17, %18
  %add115 = fadd contract float %add113, %add114
  %mul116 = fmul contract float %add115, %div22
  %arrayidx118 = getelementptr inbounds float, ptr %add.ptr14, i64 %idxprom92
  store float %mul116, ptr %arrayidx118, align 4, !tbaa !7
  %19 = call contract noundef float @llvm.maxnum.f32(float %highest.0, float %mul116)
  %add121 = add nsw i32 %n.0, 32
  br label %for.cond88, !llvm.loop !17

for.cond.i:                                       ; preds = %for.cond88, %for.body.i
  %away.i.0 = phi i32 [ %div.i, %for.body.i ], [ 16, %for.cond88 ]
  %value.addr.i.0 = phi float [ %21, %for.body.i ], [ %highest.0, %for.cond88 ]
  %cmp.i10 = icmp sgt i32 %away.i.0, 0
  br i1 %cmp.i10, label %for.body.i, label %for.cond126

for.body.i:                                       ; preds = %for.cond.i
  %20 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i.0, i32 %away.i.0, i32 31)
  %21 = call contract noundef float @llvm.maxnum.f32(float %value.addr.i.0, float %20)
  %div.i = sdiv i32 %away.i.0, 2
  br label %for.cond.i, !llvm.loop !18

for.cond126:                                      ; preds = %for.cond.i, %for.body129
  %sum124.0 = phi float [ %add136, %for.body129 ], [ 0.000000e+00, %for.cond.i ]
  %n125.0 = phi i32 [ %add138, %for.body129 ], [ %0, %for.cond.i ]
  %cmp127 = icmp slt i32 %n125.0, %count.0
  br i1 %cmp127, label %for.body129, label %for.cond.i15

for.body129:                                      ; preds = %for.cond126
  %idxprom130 = sext i32 %n125.0 to i64
  %arrayidx131 = getelementptr inbounds float, ptr %add.ptr14, i64 %idxprom130
  %22 = load float, ptr %arrayidx131, align 4, !tbaa !7
  %sub132 = fsub contract float %22, %value.addr.i.0
  %23 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %sub132)
  store float %23, ptr %arrayidx131, align 4, !tbaa !7
  %add136 = fadd contract float %sum124.0, %23
  %add138 = add nsw i32 %n125.0, 32
  br label %for.cond126, !llvm.loop !20

for.cond.i15:                                     ; preds = %for.cond126, %for.body.i17
  %away.i14.0 = phi i32 [ %div.i19, %for.body.i17 ], [ 16, %for.cond126 ]
  %value.addr.i13.0 = phi float [ %add.i, %for.body.i17 ], [ %sum124.0, %for.cond126 ]
  %cmp.i16 = icmp sgt i32 %away.i14.0, 0
  br i1 %cmp.i16, label %for.body.i17, label %_ZL8warp_sumf.exit

for.body.i17:                                     ; preds = %for.cond.i15
  %24 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i13.0, i32 %away.i14.0, i32 31)
  %add.i = fadd contract float %value.addr.i13.0, %24
  %div.i19 = sdiv i32 %away.i14.0, 2
  br label %for.cond.i15, !llvm.loop !21

_ZL8warp_sumf.exit:                               ; preds = %for.cond.i15
  %cmp141 = icmp sgt i32 %count.0, 0
  %div142 = fdiv contract float 1.000000e+00, %value.addr.i13.0
  %cond = select contract i1 %cmp141, float %div142, float 0.000000e+00
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond144

for.cond144:                                      ; preds = %for.end199, %_ZL8warp_sumf.exit
  %i143.0 = phi i32 [ %0, %_ZL8warp_sumf.exit ], [ %add216, %for.end199 ]
  %cmp145 = icmp slt i32 %i143.0, %dim
  br i1 %cmp145, label %for.body147, label %cleanup.cont

for.body147:                                      ; preds = %for.cond144
  %conv148 = sext i32 %dim to i64
  %mul149 = mul nsw i64 %mul19, %conv148
  %add.ptr150 = getelementptr inbounds float, ptr %v, i64 %mul149
  %idx.ext151 = sext i32 %i143.0 to i64
  %add.ptr152 = getelementptr inbounds float, ptr %add.ptr150, i64 %idx.ext151
  call void @llvm.lifetime.start.p0(ptr %value) #9
  call void @llvm.memset.p0.i64(ptr align 4 %value, i8 0, i64 16, i1 false)
  br label %for.cond154

for.cond154:                                      ; preds = %for.cond158, %for.body147
  %n153.0 = phi i32 [ 0, %for.body147 ], [ %add155, %for.cond158 ]
  %add155 = add nsw i32 %n153.0, 4
  %cmp156 = icmp sle i32 %add155, %count.0
  br i1 %cmp156, label %for.cond158, label %for.cond183

for.cond158:                                      ; preds = %for.cond154, %for.body161
  %r.0 = phi i32 [ %inc178, %for.body161 ], [ 0, %for.cond154 ]
  %cmp159 = icmp slt i32 %r.0, 4
  br i1 %cmp159, label %for.body161, label %for.cond154, !llvm.loop !22

for.body161:                                      ; preds = %for.cond158
  %add162 = add nsw i32 %n153.0, %r.0
  %idxprom163 = sext i32 %add162 to i64
  %arrayidx164 = getelementptr inbounds float, ptr %add.ptr14, i64 %idxprom163
  %25 = load float, ptr %arrayidx164, align 4, !tbaa !7
  %arrayidx167 = getelementptr inbounds i32, ptr %add.ptr16, i64 %idxprom163
  %26 = load i32, ptr %arrayidx167, align 4, !tbaa !3
  %conv168 = sext i32 %26 to i64
  %mul170 = mul nsw i64 %conv168, %conv148
  %arrayidx171 = getelementptr inbounds float, ptr %add.ptr152, i64 %mul170
  %27 = load float, ptr %arrayidx171, align 4, !tbaa !7
  %idxprom172 = sext i32 %r.0 to i64
  %arrayidx173 = getelementptr inbounds [4 x float], ptr %value, i64 0, i64 %idxprom172
  %28 = load float, ptr %arrayidx173, align 4, !tbaa !7
  %29 = call contract noundef float @llvm.fma.f32(float %25, float %27, float %28)
  store float %29, ptr %arrayidx173, align 4, !tbaa !7
  %inc178 = add nsw i32 %r.0, 1
  br label %for.cond158, !llvm.loop !23

for.cond183:                                      ; preds = %for.cond154, %for.body185
  %n153.1 = phi i32 [ %inc198, %for.body185 ], [ %n153.0, %for.cond154 ]
  %cmp184 = icmp slt i32 %n153.1, %count.0
  br i1 %cmp184, label %for.body185, label %for.end199

for.body185:                                      ; preds = %for.cond183
  %idxprom186 = sext i32 %n153.1 to i64
  %arrayidx187 = getelementptr inbounds float, ptr %add.ptr14, i64 %idxprom186
  %30 = load float, ptr %arrayidx187, align 4, !tbaa !7
  %arrayidx189 = getelementptr inbounds i32, ptr %add.ptr16, i64 %idxprom186
  %31 = load i32, ptr %arrayidx189, align 4, !tbaa !3
  %conv190 = sext i32 %31 to i64
  %mul192 = mul nsw i64 %conv190, %conv148
  %arrayidx193 = getelementptr inbounds float, ptr %add.ptr152, i64 %mul192
  %32 = load float, ptr %arrayidx193, align 4, !tbaa !7
  %33 = load float, ptr %value, align 4, !tbaa !7
  %34 = call contract noundef float @llvm.fma.f32(float %30, float %32, float %33)
  store float %34, ptr %value, align 4, !tbaa !7
  %inc198 = add nsw i32 %n153.1, 1
  br label %for.cond183, !llvm.loop !24

for.end199:                                       ; preds = %for.cond183
  %35 = load float, ptr %value, align 4, !tbaa !7
  %arrayidx201 = getelementptr inbounds [4 x float], ptr %value, i64 0, i64 1
  %36 = load float, ptr %arrayidx201, align 4, !tbaa !7
  %add202 = fadd contract float %35, %36
  %arrayidx203 = getelementptr inbounds [4 x float], ptr %value, i64 0, i64 2
  %37 = load float, ptr %arrayidx203, align 4, !tbaa !7
  %arrayidx204 = getelementptr inbounds [4 x float], ptr %value, i64 0, i64 3
  %38 = load float, ptr %arrayidx204, align 4, !tbaa !7
  %add205 = fadd contract float %37, %38
  %add206 = fadd contract float %add202, %add205
  %mul207 = fmul contract float %add206, %cond
  %mul211 = mul nsw i64 %add33, %conv148
  %add213 = add nsw i64 %mul211, %idx.ext151
  %arrayidx214 = getelementptr inbounds float, ptr %out, i64 %add213
  store float %mul207, ptr %arrayidx214, align 4, !tbaa !7
  call void @llvm.lifetime.end.p0(ptr %value) #9
  %add216 = add nsw i32 %i143.0, 32
  br label %for.cond144, !llvm.loop !25

cleanup.cont:                                     ; preds = %entry, %for.cond144
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.nvvm.idp4a.s.s(i32, i32, i32) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.vote.ballot.sync(i32, i1) #5

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.ctpop.i32(i32) #6

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.bar.warp.sync(i32) #7

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #6

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #5

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #6

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #5 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #6 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #7 = { convergent nocallback nounwind }
attributes #8 = { convergent nounwind }
attributes #9 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
!11 = distinct !{!11, !10, !12}
!12 = !{!"llvm.loop.unroll.count", i32 8}
!13 = distinct !{!13, !10, !14}
!14 = !{!"llvm.loop.unroll.disable"}
!15 = !{!5, !5, i64 0}
!16 = distinct !{!16, !10, !12}
!17 = distinct !{!17, !10, !14}
!18 = distinct !{!18, !10, !19}
!19 = !{!"llvm.loop.unroll.enable"}
!20 = distinct !{!20, !10, !14}
!21 = distinct !{!21, !10, !19}
!22 = distinct !{!22, !10, !14}
!23 = distinct !{!23, !10, !19}
!24 = distinct !{!24, !10, !14}
!25 = distinct !{!25, !10, !14}
