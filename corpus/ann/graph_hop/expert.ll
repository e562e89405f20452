source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ8walk_hopE13first_of_warp = internal addrspace(3) global [4 x i32] undef, align 4
@_ZZ8walk_hopE3old = internal addrspace(3) global [256 x float] undef, align 4
@_ZZ8walk_hopE6old_id = internal addrspace(3) global [256 x i32] undef, align 4
@_ZZ8walk_hopE5found = internal addrspace(3) global [64 x float] undef, align 4
@_ZZ8walk_hopE8found_id = internal addrspace(3) global [64 x i32] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @walk_start(ptr noalias noundef %base, ptr noalias noundef %query, ptr noalias noundef %distance, ptr noalias noundef %id, ptr noalias noundef %expanded, ptr noalias noundef %seen, i32 noundef %n, i32 noundef %dim, i32 noundef %list) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %add = add nsw i32 %n, 31
  %div = sdiv i32 %add, 32
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ %1, %entry ], [ %add7, %for.body ]
  %cmp = icmp slt i32 %i.0, %div
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %cmp2 = icmp eq i32 %i.0, 0
  %cond = select i1 %cmp2, i32 1, i32 0
  %conv = sext i32 %0 to i64
  %conv3 = sext i32 %div to i64
  %mul = mul nsw i64 %conv, %conv3
  %conv4 = sext i32 %i.0 to i64
  %add5 = add nsw i64 %mul, %conv4
  %arrayidx = getelementptr inbounds i32, ptr %seen, i64 %add5
  store i32 %cond, ptr %arrayidx, align 4, !tbaa !3
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add7 = add i32 %i.0, %2
  br label %for.cond, !llvm.loop !7

for.end:                                          ; preds = %for.cond
  %conv8 = sext i32 %0 to i64
  %conv9 = sext i32 %dim to i64
  %mul10 = mul nsw i64 %conv8, %conv9
  %add.ptr = getelementptr inbounds float, ptr %query, i64 %mul10
  %rem = urem i32 %1, 8
  call void @llvm.experimental.noalias.scope.decl(metadata !9)
  call void @llvm.experimental.noalias.scope.decl(metadata !12)
  %mul.i = mul nsw i32 %rem, 4
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %for.end
  %d.i.0 = phi i32 [ %mul.i, %for.end ], [ %add4.i, %for.body.i ]
  %sum.i.0 = phi <4 x float> [ zeroinitializer, %for.end ], [ %add.i, %for.body.i ]
  %cmp.i = icmp slt i32 %d.i.0, %dim
  br i1 %cmp.i, label %for.body.i, label %for.cond.cleanup.i

for.cond.cleanup.i:                               ; preds = %for.cond.i
  %3 = extractelement <4 x float> %sum.i.0, i64 0
  %4 = extractelement <4 x float> %sum.i.0, i64 1
  %add5.i = fadd contract float %3, %4
  %5 = extractelement <4 x float> %sum.i.0, i64 2
  %6 = extractelement <4 x float> %sum.i.0, i64 3
  %add6.i = fadd contract float %5, %6
  %add7.i = fadd contract float %add5.i, %add6.i
  br label %for.cond8.i

for.body.i:                                       ; preds = %for.cond.i
  %idx.ext.i = sext i32 %d.i.0 to i64
  %add.ptr.i = getelementptr inbounds float, ptr %base, i64 %idx.ext.i
  %7 = load <4 x float>, ptr %add.ptr.i, align 16, !tbaa !14
  %add.ptr2.i = getelementptr inbounds float, ptr %add.ptr, i64 %idx.ext.i
  %8 = load <4 x float>, ptr %add.ptr2.i, align 16, !tbaa !14
  %sub.i = fsub contract <4 x float> %7, %8
  %mul3.i = fmul contract <4 x float> %sub.i, %sub.i
  %add.i = fadd contract <4 x float> %sum.i.0, %mul3.i
  %add4.i = add nsw i32 %d.i.0, 32
  br label %for.cond.i, !llvm.loop !15

for.cond8.i:                                      ; preds = %for.body11.i, %for.cond.cleanup.i
  %away.i.0 = phi i32 [ 4, %for.cond.cleanup.i ], [ %div.i, %for.body11.i ]
  %all.i.0 = phi float [ %add7.i, %for.cond.cleanup.i ], [ %add12.i, %for.body11.i ]
  %cmp9.i = icmp sgt i32 %away.i.0, 0
  br i1 %cmp9.i, label %for.body11.i, label %for.cond15

for.body11.i:                                     ; preds = %for.cond8.i
  %9 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %all.i.0, i32 %away.i.0, i32 31)
  %add12.i = fadd contract float %all.i.0, %9
  %div.i = sdiv i32 %away.i.0, 2
  br label %for.cond8.i, !llvm.loop !16

for.cond15:                                       ; preds = %for.cond8.i, %for.body18
  %i13.0 = phi i32 [ %add36, %for.body18 ], [ %1, %for.cond8.i ]
  %cmp16 = icmp slt i32 %i13.0, %list
  br i1 %cmp16, label %for.body18, label %for.end37

for.body18:                                       ; preds = %for.cond15
  %cmp19 = icmp eq i32 %i13.0, 0
  %all.i.0. = select contract i1 %cmp19, float %all.i.0, float 0x47EFFFFFE0000000
  %mul21 = mul nsw i32 %0, %list
  %add22 = add nsw i32 %mul21, %i13.0
  %idxprom = sext i32 %add22 to i64
  %arrayidx23 = getelementptr inbounds float, ptr %distance, i64 %idxprom
  store float %all.i.0., ptr %arrayidx23, align 4, !tbaa !18
  %cond25 = select i1 %cmp19, i32 0, i32 -1
  %arrayidx29 = getelementptr inbounds i32, ptr %id, i64 %idxprom
  store i32 %cond25, ptr %arrayidx29, align 4, !tbaa !3
  %arrayidx33 = getelementptr inbounds i32, ptr %expanded, i64 %idxprom
  store i32 0, ptr %arrayidx33, align 4, !tbaa !3
  %10 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add36 = add i32 %i13.0, %10
  br label %for.cond15, !llvm.loop !20

for.end37:                                        ; preds = %for.cond15
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @walk_hop(ptr noalias noundef %base, ptr noalias noundef %query, ptr noalias noundef %link, ptr noalias noundef %distance, ptr noalias noundef %id, ptr noalias noundef %expanded, ptr noalias noundef %seen, ptr noalias noundef %going, i32 noundef %n, i32 noundef %dim, i32 noundef %degree, i32 noundef %list) #2 {
entry:
  %mine = alloca [2 x float], align 4
  %mine_id = alloca [2 x i32], align 4
  %done = alloca [2 x i32], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = srem i32 %1, 32
  %mul = mul nsw i32 %0, %list
  %idx.ext = sext i32 %mul to i64
  %add.ptr = getelementptr inbounds float, ptr %distance, i64 %idx.ext
  %add.ptr4 = getelementptr inbounds i32, ptr %id, i64 %idx.ext
  %add.ptr7 = getelementptr inbounds i32, ptr %expanded, i64 %idx.ext
  call void @llvm.lifetime.start.p0(ptr %mine) #7
  call void @llvm.lifetime.start.p0(ptr %mine_id) #7
  call void @llvm.lifetime.start.p0(ptr %done) #7
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %entry
  %part.0 = phi i32 [ 1, %entry ], [ %dec, %for.inc ]
  %open.0 = phi i32 [ %list, %entry ], [ %open.1, %for.inc ]
  %cmp = icmp sge i32 %part.0, 0
  br i1 %cmp, label %for.body, label %for.cond41

for.body:                                         ; preds = %for.cond
  %mul8 = mul nsw i32 %part.0, 128
  %add = add nsw i32 %mul8, %1
  %idxprom = sext i32 %part.0 to i64
  %arrayidx = getelementptr inbounds [2 x float], ptr %mine, i64 0, i64 %idxprom
  store float 0x47EFFFFFE0000000, ptr %arrayidx, align 4, !tbaa !18
  %arrayidx10 = getelementptr inbounds [2 x i32], ptr %mine_id, i64 0, i64 %idxprom
  store i32 -1, ptr %arrayidx10, align 4, !tbaa !3
  %arrayidx12 = getelementptr inbounds [2 x i32], ptr %done, i64 0, i64 %idxprom
  store i32 1, ptr %arrayidx12, align 4, !tbaa !3
  %cmp13 = icmp slt i32 %add, %list
  br i1 %cmp13, label %if.then, label %for.inc

if.then:                                          ; preds = %for.body
  %idxprom14 = sext i32 %add to i64
  %arrayidx15 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom14
  %2 = load float, ptr %arrayidx15, align 4, !tbaa !18
  store float %2, ptr %arrayidx, align 4, !tbaa !18
  %arrayidx19 = getelementptr inbounds i32, ptr %add.ptr4, i64 %idxprom14
  %3 = load i32, ptr %arrayidx19, align 4, !tbaa !3
  store i32 %3, ptr %arrayidx10, align 4, !tbaa !3
  %arrayidx23 = getelementptr inbounds i32, ptr %add.ptr7, i64 %idxprom14
  %4 = load i32, ptr %arrayidx23, align 4, !tbaa !3
  store i32 %4, ptr %arrayidx12, align 4, !tbaa !3
  %5 = load float, ptr %arrayidx, align 4, !tbaa !18
  %arrayidx29 = getelementptr inbounds [256 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE3old to ptr), i64 0, i64 %idxprom14
  store float %5, ptr %arrayidx29, align 4, !tbaa !18
  %6 = load i32, ptr %arrayidx10, align 4, !tbaa !3
  %arrayidx33 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE6old_id to ptr), i64 0, i64 %idxprom14
  store i32 %6, ptr %arrayidx33, align 4, !tbaa !3
  %7 = load i32, ptr %arrayidx10, align 4, !tbaa !3
  %cmp36 = icmp sge i32 %7, 0
  br i1 %cmp36, label %land.lhs.true, label %for.inc

land.lhs.true:                                    ; preds = %if.then
  %8 = load i32, ptr %arrayidx12, align 4, !tbaa !3
  %tobool = icmp ne i32 %8, 0
  %spec.select = select i1 %tobool, i32 %open.0, i32 %add
  br label %for.inc

for.inc:                                          ; preds = %land.lhs.true, %for.body, %if.then
  %open.1 = phi i32 [ %open.0, %for.body ], [ %spec.select, %land.lhs.true ], [ %open.0, %if.then ]
  %dec = add nsw i32 %part.0, -1
  br label %for.cond, !llvm.loop !21

for.cond41:                                       ; preds = %for.cond, %for.body44
  %away.0 = phi i32 [ %div, %for.body44 ], [ 16, %for.cond ]
  %open.3 = phi i32 [ %open.3., %for.body44 ], [ %open.0, %for.cond ]
  %cmp42 = icmp sgt i32 %away.0, 0
  br i1 %cmp42, label %for.body44, label %for.end48

for.body44:                                       ; preds = %for.cond41
  %9 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %open.3, i32 %away.0, i32 31)
  %cmp.i3 = icmp slt i32 %open.3, %9
  %open.3. = select i1 %cmp.i3, i32 %open.3, i32 %9
  %div = sdiv i32 %away.0, 2
  br label %for.cond41, !llvm.loop !22

for.end48:                                        ; preds = %for.cond41
  %cmp49 = icmp eq i32 %rem, 0
  br i1 %cmp49, label %if.then50, label %if.end54

if.then50:                                        ; preds = %for.end48
  %div51 = sdiv i32 %1, 32
  %idxprom52 = sext i32 %div51 to i64
  %arrayidx53 = getelementptr inbounds [4 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE13first_of_warp to ptr), i64 0, i64 %idxprom52
  store i32 %open.3, ptr %arrayidx53, align 4, !tbaa !3
  br label %if.end54

if.end54:                                         ; preds = %if.then50, %for.end48
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %10 = load i32, ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE13first_of_warp to ptr), align 4, !tbaa !3
  %11 = load i32, ptr getelementptr inbounds ([4 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE13first_of_warp to ptr), i64 0, i64 1), align 4, !tbaa !3
  %cmp.i6 = icmp slt i32 %10, %11
  %. = select i1 %cmp.i6, i32 %10, i32 %11
  %12 = load i32, ptr getelementptr inbounds ([4 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE13first_of_warp to ptr), i64 0, i64 2), align 4, !tbaa !3
  %13 = load i32, ptr getelementptr inbounds ([4 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE13first_of_warp to ptr), i64 0, i64 3), align 4, !tbaa !3
  %cmp.i13 = icmp slt i32 %12, %13
  %cond.i15 = select i1 %cmp.i13, i32 %12, i32 %13
  %cmp.i20 = icmp slt i32 %., %cond.i15
  %cond.i22 = select i1 %cmp.i20, i32 %., i32 %cond.i15
  %cmp58 = icmp eq i32 %cond.i22, %list
  br i1 %cmp58, label %cleanup, label %if.end60

if.end60:                                         ; preds = %if.end54
  %idxprom61 = sext i32 %cond.i22 to i64
  %arrayidx62 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE6old_id to ptr), i64 0, i64 %idxprom61
  %14 = load i32, ptr %arrayidx62, align 4, !tbaa !3
  %add63 = add nsw i32 %n, 31
  %div64 = sdiv i32 %add63, 32
  %rem65 = srem i32 %1, 8
  %div66 = sdiv i32 %1, 8
  br label %for.cond67

for.cond67:                                       ; preds = %for.inc118, %if.end60
  %j.0 = phi i32 [ %div66, %if.end60 ], [ %add119, %for.inc118 ]
  %add68 = add nsw i32 %degree, 3
  %div69 = sdiv i32 %add68, 4
  %mul70 = mul nsw i32 %div69, 4
  %cmp71 = icmp slt i32 %j.0, %mul70
  br i1 %cmp71, label %for.body73, label %for.end120

for.body73:                                       ; preds = %for.cond67
  %cmp74 = icmp slt i32 %j.0, %degree
  br i1 %cmp74, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body73
  %conv = sext i32 %14 to i64
  %conv75 = sext i32 %degree to i64
  %mul76 = mul nsw i64 %conv, %conv75
  %conv77 = sext i32 %j.0 to i64
  %add78 = add nsw i64 %mul76, %conv77
  %arrayidx79 = getelementptr inbounds i32, ptr %link, i64 %add78
  %15 = load i32, ptr %arrayidx79, align 4, !tbaa !3
  br label %cond.end

cond.end:                                         ; preds = %for.body73, %cond.true
  %cond = phi i32 [ %15, %cond.true ], [ 0, %for.body73 ]
  %conv81 = sext i32 %cond to i64
  %conv82 = sext i32 %dim to i64
  %mul83 = mul nsw i64 %conv81, %conv82
  %add.ptr84 = getelementptr inbounds float, ptr %base, i64 %mul83
  %conv85 = sext i32 %0 to i64
  %mul87 = mul nsw i64 %conv85, %conv82
  %add.ptr88 = getelementptr inbounds float, ptr %query, i64 %mul87
  call void @llvm.experimental.noalias.scope.decl(metadata !23)
  call void @llvm.experimental.noalias.scope.decl(metadata !26)
  %mul.i = mul nsw i32 %rem65, 4
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %cond.end
  %d.i.0 = phi i32 [ %mul.i, %cond.end ], [ %add4.i, %for.body.i ]
  %sum.i.0 = phi <4 x float> [ zeroinitializer, %cond.end ], [ %add.i, %for.body.i ]
  %cmp.i = icmp slt i32 %d.i.0, %dim
  br i1 %cmp.i, label %for.body.i, label %for.cond.cleanup.i

for.cond.cleanup.i:                               ; preds = %for.cond.i
  %16 = extractelement <4 x float> %sum.i.0, i64 0
  %17 = extractelement <4 x float> %sum.i.0, i64 1
  %add5.i = fadd contract float %16, %17
  %18 = extractelement <4 x float> %sum.i.0, i64 2
  %19 = extractelement <4 x float> %sum.i.0, i64 3
  %add6.i = fadd contract float %18, %19
  %add7.i = fadd contract float %add5.i, %add6.i
  br label %for.cond8.i

for.body.i:                                       ; preds = %for.cond.i
  %idx.ext.i = sext i32 %d.i.0 to i64
  %add.ptr.i = getelementptr inbounds float, ptr %add.ptr84, i64 %idx.ext.i
  %20 = load <4 x float>, ptr %add.ptr.i, align 16, !tbaa !14
  %add.ptr2.i = getelementptr inbounds float, ptr %add.ptr88, i64 %idx.ext.i
  %21 = load <4 x float>, ptr %add.ptr2.i, align 16, !tbaa !14
  %sub.i = fsub contract <4 x float> %20, %21
  %mul3.i = fmul contract <4 x float> %sub.i, %sub.i
  %add.i = fadd contract <4 x float> %sum.i.0, %mul3.i
  %add4.i = add nsw i32 %d.i.0, 32
  br label %for.cond.i, !llvm.loop !15

for.cond8.i:                                      ; preds = %for.body11.i, %for.cond.cleanup.i
  %away.i.0 = phi i32 [ 4, %for.cond.cleanup.i ], [ %div.i, %for.body11.i ]
  %all.i.0 = phi float [ %add7.i, %for.cond.cleanup.i ], [ %add12.i, %for.body11.i ]
  %cmp9.i = icmp sgt i32 %away.i.0, 0
  br i1 %cmp9.i, label %for.body11.i, label %_ZL13team_distancePKfS0_ii.exit

for.body11.i:                                     ; preds = %for.cond8.i
  %22 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %all.i.0, i32 %away.i.0, i32 31)
  %add12.i = fadd contract float %all.i.0, %22
  %div.i = sdiv i32 %away.i.0, 2
  br label %for.cond8.i, !llvm.loop !16

_ZL13team_distancePKfS0_ii.exit:                  ; preds = %for.cond8.i
  %cmp90 = icmp eq i32 %rem65, 0
  %cmp90.not = xor i1 %cmp90, true
  %cmp74.not = xor i1 %cmp74, true
  %brmerge = or i1 %cmp90.not, %cmp74.not
  br i1 %brmerge, label %for.inc118, label %if.then93

if.then93:                                        ; preds = %_ZL13team_distancePKfS0_ii.exit
  %rem94 = srem i32 %cond, 32
  %shl = shl i32 1, %rem94
  %conv96 = sext i32 %div64 to i64
  %mul97 = mul nsw i64 %conv85, %conv96
  %div98 = sdiv i32 %cond, 32
  %conv99 = sext i32 %div98 to i64
  %add100 = add nsw i64 %mul97, %conv99
  %arrayidx101 = getelementptr inbounds i32, ptr %seen, i64 %add100
  %23 = atomicrmw or ptr %arrayidx101, i32 %shl seq_cst, align 4
  %and = and i32 %23, %shl
  %cmp103 = icmp eq i32 %and, 0
  %all.i.0. = select contract i1 %cmp103, float %all.i.0, float 0x47EFFFFFE0000000
  %idxprom108 = sext i32 %j.0 to i64
  %arrayidx109 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom108
  store float %all.i.0., ptr %arrayidx109, align 4, !tbaa !18
  %cond114 = select i1 %cmp103, i32 %cond, i32 -1
  %arrayidx116 = getelementptr inbounds [64 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE8found_id to ptr), i64 0, i64 %idxprom108
  store i32 %cond114, ptr %arrayidx116, align 4, !tbaa !3
  br label %for.inc118

for.inc118:                                       ; preds = %if.then93, %_ZL13team_distancePKfS0_ii.exit
  %add119 = add nsw i32 %j.0, 16
  br label %for.cond67, !llvm.loop !28

for.end120:                                       ; preds = %for.cond67
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond122

for.cond122:                                      ; preds = %for.inc177, %for.end120
  %part121.0 = phi i32 [ 0, %for.end120 ], [ %inc178, %for.inc177 ]
  %cmp123 = icmp slt i32 %part121.0, 2
  br i1 %cmp123, label %for.body125, label %for.end179

for.body125:                                      ; preds = %for.cond122
  %mul127 = mul nsw i32 %part121.0, 128
  %add128 = add nsw i32 %mul127, %1
  %cmp129 = icmp slt i32 %add128, %list
  br i1 %cmp129, label %land.lhs.true130, label %for.inc177

land.lhs.true130:                                 ; preds = %for.body125
  %idxprom131 = sext i32 %part121.0 to i64
  %arrayidx132 = getelementptr inbounds [2 x i32], ptr %mine_id, i64 0, i64 %idxprom131
  %24 = load i32, ptr %arrayidx132, align 4, !tbaa !3
  %cmp133 = icmp sge i32 %24, 0
  br i1 %cmp133, label %for.cond136, label %for.inc177

for.cond136:                                      ; preds = %land.lhs.true130, %land.end
  %at.0 = phi i32 [ %add153, %land.end ], [ %add128, %land.lhs.true130 ]
  %j135.0 = phi i32 [ %inc, %land.end ], [ 0, %land.lhs.true130 ]
  %cmp137 = icmp slt i32 %j135.0, %degree
  br i1 %cmp137, label %for.body139, label %for.end155

for.body139:                                      ; preds = %for.cond136
  %idxprom140 = sext i32 %j135.0 to i64
  %arrayidx141 = getelementptr inbounds [64 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE8found_id to ptr), i64 0, i64 %idxprom140
  %25 = load i32, ptr %arrayidx141, align 4, !tbaa !3
  %cmp142 = icmp sge i32 %25, 0
  br i1 %cmp142, label %land.rhs, label %land.end

land.rhs:                                         ; preds = %for.body139
  %arrayidx144 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom140
  %26 = load float, ptr %arrayidx144, align 4, !tbaa !18
  %arrayidx148 = getelementptr inbounds [2 x float], ptr %mine, i64 0, i64 %idxprom131
  %27 = load float, ptr %arrayidx148, align 4, !tbaa !18
  %28 = load i32, ptr %arrayidx132, align 4, !tbaa !3
  %cmp.i26 = fcmp contract olt float %26, %27
  br i1 %cmp.i26, label %land.end, label %lor.rhs.i

lor.rhs.i:                                        ; preds = %land.rhs
  %cmp1.i = fcmp contract oeq float %26, %27
  %cmp2.i = icmp slt i32 %25, %28
  %29 = select i1 %cmp1.i, i1 %cmp2.i, i1 false
  br label %land.end

land.end:                                         ; preds = %lor.rhs.i, %land.rhs, %for.body139
  %30 = phi i1 [ false, %for.body139 ], [ true, %land.rhs ], [ %29, %lor.rhs.i ]
  %conv152 = zext i1 %30 to i32
  %add153 = add nsw i32 %at.0, %conv152
  %inc = add nsw i32 %j135.0, 1
  br label %for.cond136, !llvm.loop !29

for.end155:                                       ; preds = %for.cond136
  %cmp156 = icmp slt i32 %at.0, %list
  br i1 %cmp156, label %if.then157, label %for.inc177

if.then157:                                       ; preds = %for.end155
  %arrayidx159 = getelementptr inbounds [2 x float], ptr %mine, i64 0, i64 %idxprom131
  %31 = load float, ptr %arrayidx159, align 4, !tbaa !18
  %idxprom160 = sext i32 %at.0 to i64
  %arrayidx161 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom160
  store float %31, ptr %arrayidx161, align 4, !tbaa !18
  %32 = load i32, ptr %arrayidx132, align 4, !tbaa !3
  %arrayidx165 = getelementptr inbounds i32, ptr %add.ptr4, i64 %idxprom160
  store i32 %32, ptr %arrayidx165, align 4, !tbaa !3
  %cmp166 = icmp eq i32 %add128, %cond.i22
  br i1 %cmp166, label %cond.end171, label %cond.false168

cond.false168:                                    ; preds = %if.then157
  %arrayidx170 = getelementptr inbounds [2 x i32], ptr %done, i64 0, i64 %idxprom131
  %33 = load i32, ptr %arrayidx170, align 4, !tbaa !3
  br label %cond.end171

cond.end171:                                      ; preds = %if.then157, %cond.false168
  %cond172 = phi i32 [ %33, %cond.false168 ], [ 1, %if.then157 ]
  %arrayidx174 = getelementptr inbounds i32, ptr %add.ptr7, i64 %idxprom160
  store i32 %cond172, ptr %arrayidx174, align 4, !tbaa !3
  br label %for.inc177

for.inc177:                                       ; preds = %for.body125, %land.lhs.true130, %cond.end171, %for.end155
  %inc178 = add nsw i32 %part121.0, 1
  br label %for.cond122, !llvm.loop !30

for.end179:                                       ; preds = %for.cond122
  %cmp180 = icmp slt i32 %1, %degree
  br i1 %cmp180, label %land.lhs.true181, label %if.end244

land.lhs.true181:                                 ; preds = %for.end179
  %idxprom182 = sext i32 %1 to i64
  %arrayidx183 = getelementptr inbounds [64 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE8found_id to ptr), i64 0, i64 %idxprom182
  %34 = load i32, ptr %arrayidx183, align 4, !tbaa !3
  %cmp184 = icmp sge i32 %34, 0
  br i1 %cmp184, label %for.cond188, label %if.end244

for.cond188:                                      ; preds = %land.lhs.true181, %land.end205
  %at186.0 = phi i32 [ %add207, %land.end205 ], [ 0, %land.lhs.true181 ]
  %j187.0 = phi i32 [ %inc209, %land.end205 ], [ 0, %land.lhs.true181 ]
  %cmp189 = icmp slt i32 %j187.0, %degree
  br i1 %cmp189, label %for.body191, label %while.cond

for.body191:                                      ; preds = %for.cond188
  %idxprom192 = sext i32 %j187.0 to i64
  %arrayidx193 = getelementptr inbounds [64 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE8found_id to ptr), i64 0, i64 %idxprom192
  %35 = load i32, ptr %arrayidx193, align 4, !tbaa !3
  %cmp194 = icmp sge i32 %35, 0
  br i1 %cmp194, label %land.rhs195, label %land.end205

land.rhs195:                                      ; preds = %for.body191
  %arrayidx197 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom192
  %36 = load float, ptr %arrayidx197, align 4, !tbaa !18
  %arrayidx201 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom182
  %37 = load float, ptr %arrayidx201, align 4, !tbaa !18
  %38 = load i32, ptr %arrayidx183, align 4, !tbaa !3
  %cmp.i31 = fcmp contract olt float %36, %37
  br i1 %cmp.i31, label %land.end205, label %lor.rhs.i32

lor.rhs.i32:                                      ; preds = %land.rhs195
  %cmp1.i33 = fcmp contract oeq float %36, %37
  %cmp2.i36 = icmp slt i32 %35, %38
  %39 = select i1 %cmp1.i33, i1 %cmp2.i36, i1 false
  br label %land.end205

land.end205:                                      ; preds = %lor.rhs.i32, %land.rhs195, %for.body191
  %40 = phi i1 [ false, %for.body191 ], [ true, %land.rhs195 ], [ %39, %lor.rhs.i32 ]
  %conv206 = zext i1 %40 to i32
  %add207 = add nsw i32 %at186.0, %conv206
  %inc209 = add nsw i32 %j187.0, 1
  br label %for.cond188, !llvm.loop !31

while.cond:                                       ; preds = %for.cond188, %if.end229
  %low.0 = phi i32 [ %low.1, %if.end229 ], [ 0, %for.cond188 ]
  %high.0 = phi i32 [ %high.1, %if.end229 ], [ %list, %for.cond188 ]
  %cmp211 = icmp slt i32 %low.0, %high.0
  br i1 %cmp211, label %while.body, label %while.end

while.body:                                       ; preds = %while.cond
  %add212 = add nsw i32 %low.0, %high.0
  %div213 = sdiv i32 %add212, 2
  %idxprom214 = sext i32 %div213 to i64
  %arrayidx215 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE6old_id to ptr), i64 0, i64 %idxprom214
  %41 = load i32, ptr %arrayidx215, align 4, !tbaa !3
  %cmp216 = icmp sge i32 %41, 0
  br i1 %cmp216, label %land.lhs.true217, label %if.end229

land.lhs.true217:                                 ; preds = %while.body
  %arrayidx219 = getelementptr inbounds [256 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE3old to ptr), i64 0, i64 %idxprom214
  %42 = load float, ptr %arrayidx219, align 4, !tbaa !18
  %arrayidx223 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom182
  %43 = load float, ptr %arrayidx223, align 4, !tbaa !18
  %44 = load i32, ptr %arrayidx183, align 4, !tbaa !3
  %cmp.i42 = fcmp contract olt float %42, %43
  br i1 %cmp.i42, label %if.then227, label %lor.rhs.i43

lor.rhs.i43:                                      ; preds = %land.lhs.true217
  %cmp1.i44 = fcmp contract oeq float %42, %43
  %cmp2.i47 = icmp slt i32 %41, %44
  %45 = select i1 %cmp1.i44, i1 %cmp2.i47, i1 false
  br i1 %45, label %if.then227, label %if.end229

if.then227:                                       ; preds = %land.lhs.true217, %lor.rhs.i43
  %add228 = add nsw i32 %div213, 1
  br label %if.end229

if.end229:                                        ; preds = %while.body, %lor.rhs.i43, %if.then227
  %low.1 = phi i32 [ %add228, %if.then227 ], [ %low.0, %lor.rhs.i43 ], [ %low.0, %while.body ]
  %high.1 = phi i32 [ %high.0, %if.then227 ], [ %div213, %lor.rhs.i43 ], [ %div213, %while.body ]
  br label %while.cond, !llvm.loop !32

while.end:                                        ; preds = %while.cond
  %add230 = add nsw i32 %at186.0, %low.0
  %cmp231 = icmp slt i32 %add230, %list
  br i1 %cmp231, label %if.then232, label %if.end244

if.then232:                                       ; preds = %while.end
  %arrayidx234 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom182
  %46 = load float, ptr %arrayidx234, align 4, !tbaa !18
  %idxprom235 = sext i32 %add230 to i64
  %arrayidx236 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom235
  store float %46, ptr %arrayidx236, align 4, !tbaa !18
  %47 = load i32, ptr %arrayidx183, align 4, !tbaa !3
  %arrayidx240 = getelementptr inbounds i32, ptr %add.ptr4, i64 %idxprom235
  store i32 %47, ptr %arrayidx240, align 4, !tbaa !3
  %arrayidx242 = getelementptr inbounds i32, ptr %add.ptr7, i64 %idxprom235
  store i32 0, ptr %arrayidx242, align 4, !tbaa !3
  br label %if.end244

if.end244:                                        ; preds = %while.end, %if.then232, %land.lhs.true181, %for.end179
  %cmp245 = icmp eq i32 %1, 0
  br i1 %cmp245, label %if.then246, label %cleanup

if.then246:                                       ; preds = %if.end244
  store i32 1, ptr %going, align 4, !tbaa !3
  br label %cleanup

cleanup:                                          ; preds = %if.end244, %if.then246, %if.end54
  call void @llvm.lifetime.end.p0(ptr %done) #7
  call void @llvm.lifetime.end.p0(ptr %mine_id) #7
  call void @llvm.lifetime.end.p0(ptr %mine) #7
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #4

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #5

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.bfly.i32(i32, i32, i32, i32) #5

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #6

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="128" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #3 = { convergent nocallback nounwind }
attributes #4 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #6 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }
attributes #7 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = distinct !{!7, !8}
!8 = !{!"llvm.loop.mustprogress"}
!9 = !{!10}
!10 = distinct !{!10, !11, !"_ZL13team_distancePKfS0_ii: %a"}
!11 = distinct !{!11, !"_ZL13team_distancePKfS0_ii"}
!12 = !{!13}
!13 = distinct !{!13, !11, !"_ZL13team_distancePKfS0_ii: %b"}
!14 = !{!5, !5, i64 0}
!15 = distinct !{!15, !8}
!16 = distinct !{!16, !8, !17}
!17 = !{!"llvm.loop.unroll.enable"}
!18 = !{!19, !19, i64 0}
!19 = !{!"float", !5, i64 0}
!20 = distinct !{!20, !8}
!21 = distinct !{!21, !8, !17}
!22 = distinct !{!22, !8, !17}
!23 = !{!24}
!24 = distinct !{!24, !25, !"_ZL13team_distancePKfS0_ii: %a"}
!25 = distinct !{!25, !"_ZL13team_distancePKfS0_ii"}
!26 = !{!27}
!27 = distinct !{!27, !25, !"_ZL13team_distancePKfS0_ii: %b"}
!28 = distinct !{!28, !8}
!29 = distinct !{!29, !8}
!30 = distinct !{!30, !8, !17}
!31 = distinct !{!31, !8}
!32 = distinct !{!32, !8}
