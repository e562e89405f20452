source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ7conv3x3E6staged = internal addrspace(3) global [144 x [8 x float]] undef, align 16

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @conv3x3(ptr noalias noundef %input, ptr noalias noundef %weights, ptr noalias noundef %out, i32 noundef %images, i32 noundef %channels, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %sum = alloca [8 x [4 x float]], align 4
  %d = alloca [6 x float], align 4
  %add = add nsw i32 %width, 4
  %sub = sub i32 %add, 1
  %div = udiv i32 %sub, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add3 = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %mul5 = mul i32 %3, 8
  %mul6 = mul nsw i32 %images, %height
  %mul7 = mul i32 %mul6, %div
  %cmp = icmp ult i32 %add3, %mul7
  %div8 = udiv i32 %add3, %div
  %div9 = udiv i32 %div8, %height
  %mul10 = mul i32 %div9, %height
  %sub11 = sub i32 %div8, %mul10
  %mul12 = mul i32 %div8, %div
  %sub13 = sub i32 %add3, %mul12
  %mul14 = mul i32 %sub13, 4
  %conv = zext i32 %div9 to i64
  %conv15 = sext i32 %channels to i64
  %mul16 = mul nsw i64 %conv, %conv15
  %conv17 = sext i32 %height to i64
  %mul18 = mul nsw i64 %mul16, %conv17
  %conv19 = sext i32 %sub11 to i64
  %add20 = add nsw i64 %mul18, %conv19
  %conv21 = sext i32 %width to i64
  %mul22 = mul nsw i64 %add20, %conv21
  %add.ptr = getelementptr inbounds float, ptr %input, i64 %mul22
  call void @llvm.lifetime.start.p0(ptr %sum) #6
  call void @llvm.memset.p0.i64(ptr align 4 %sum, i8 0, i64 128, i1 false)
  br label %for.cond

for.cond:                                         ; preds = %for.inc133, %entry
  %channel.0 = phi i32 [ 0, %entry ], [ %add134, %for.inc133 ]
  %cmp23 = icmp slt i32 %channel.0, %channels
  br i1 %cmp23, label %for.body, label %for.end135

for.body:                                         ; preds = %for.cond
  %sub24 = sub nsw i32 %channels, %channel.0
  %cmp.i = icmp slt i32 16, %sub24
  %.sub24 = select i1 %cmp.i, i32 16, i32 %sub24
  %cmp26 = icmp sgt i32 %channel.0, 0
  br i1 %cmp26, label %if.then, label %if.end

if.then:                                          ; preds = %for.body
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body
  br label %for.cond28

for.cond28:                                       ; preds = %for.body33, %if.end
  %at.0 = phi i32 [ %2, %if.end ], [ %add52, %for.body33 ]
  %mul29 = mul i32 %.sub24, 9
  %mul30 = mul i32 %mul29, 8
  %cmp31 = icmp ult i32 %at.0, %mul30
  br i1 %cmp31, label %for.body33, label %for.end

for.body33:                                       ; preds = %for.cond28
  %rem = urem i32 %at.0, 8
  %add34 = add i32 %mul5, %rem
  %sub35 = sub nsw i32 %outputs, 1
  %cmp.i3 = icmp slt i32 %add34, %sub35
  %add34.sub35 = select i1 %cmp.i3, i32 %add34, i32 %sub35
  %conv37 = sext i32 %add34.sub35 to i64
  %mul39 = mul nsw i64 %conv37, %conv15
  %conv40 = sext i32 %channel.0 to i64
  %add41 = add nsw i64 %mul39, %conv40
  %mul42 = mul nsw i64 %add41, 9
  %div43 = udiv i32 %at.0, 8
  %conv44 = zext i32 %div43 to i64
  %add45 = add nsw i64 %mul42, %conv44
  %arrayidx = getelementptr inbounds float, ptr %weights, i64 %add45
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %arrayidx47 = getelementptr inbounds nuw [144 x [8 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7conv3x3E6staged to ptr), i64 0, i64 %conv44
  %idxprom49 = zext i32 %rem to i64
  %arrayidx50 = getelementptr inbounds nuw [8 x float], ptr %arrayidx47, i64 0, i64 %idxprom49
  store float %4, ptr %arrayidx50, align 4, !tbaa !7
  %add52 = add i32 %at.0, %1
  br label %for.cond28, !llvm.loop !9

for.end:                                          ; preds = %for.cond28
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br i1 %cmp, label %for.cond54, label %for.inc133

for.cond54:                                       ; preds = %for.end, %for.inc129
  %c.0 = phi i32 [ %inc130, %for.inc129 ], [ 0, %for.end ]
  %cmp55 = icmp slt i32 %c.0, %.sub24
  br i1 %cmp55, label %for.body57, label %for.inc133

for.body57:                                       ; preds = %for.cond54
  %add58 = add nsw i32 %channel.0, %c.0
  %conv59 = sext i32 %add58 to i64
  %mul61 = mul nsw i64 %conv59, %conv17
  %mul63 = mul nsw i64 %mul61, %conv21
  %add.ptr64 = getelementptr inbounds float, ptr %add.ptr, i64 %mul63
  br label %for.cond65

for.cond65:                                       ; preds = %for.inc126, %for.body57
  %i.0 = phi i32 [ 0, %for.body57 ], [ %inc127, %for.inc126 ]
  %cmp66 = icmp slt i32 %i.0, 3
  br i1 %cmp66, label %for.body68, label %for.inc129

for.body68:                                       ; preds = %for.cond65
  %add69 = add nsw i32 %sub11, %i.0
  %sub70 = sub nsw i32 %add69, 1
  %cmp71 = icmp uge i32 %sub70, %height
  br i1 %cmp71, label %for.inc126, label %if.end73

if.end73:                                         ; preds = %for.body68
  call void @llvm.lifetime.start.p0(ptr %d) #6
  %sub74 = sub nsw i32 %i.0, 1
  %mul75 = mul nsw i32 %sub74, %width
  %idx.ext = sext i32 %mul75 to i64
  %add.ptr76 = getelementptr inbounds float, ptr %add.ptr64, i64 %idx.ext
  %rem.i = srem i32 %width, 4
  %cmp.i8 = icmp eq i32 %rem.i, 0
  br i1 %cmp.i8, label %if.then.i, label %for.cond17.i

if.then.i:                                        ; preds = %if.end73
  %idx.ext.i = sext i32 %mul14 to i64
  %add.ptr.i = getelementptr inbounds float, ptr %add.ptr76, i64 %idx.ext.i
  %5 = load <4 x float>, ptr %add.ptr.i, align 16, !tbaa !11
  %cmp1.i = icmp sgt i32 %mul14, 0
  br i1 %cmp1.i, label %cond.true.i11, label %cond.end.i

cond.true.i11:                                    ; preds = %if.then.i
  %sub.i = sub nsw i32 %mul14, 1
  %idxprom.i = sext i32 %sub.i to i64
  %arrayidx.i = getelementptr inbounds float, ptr %add.ptr76, i64 %idxprom.i
  %6 = load float, ptr %arrayidx.i, align 4, !tbaa !7
  br label %cond.end.i

cond.end.i:                                       ; preds = %if.then.i, %cond.true.i11
  %cond.i10 = phi contract float [ %6, %cond.true.i11 ], [ 0.000000e+00, %if.then.i ]
  store float %cond.i10, ptr %d, align 4, !tbaa !7
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %cond.end.i
  %x.i.0 = phi i32 [ 0, %cond.end.i ], [ %add.i, %for.body.i ]
  %cmp3.i = icmp slt i32 %x.i.0, 4
  br i1 %cmp3.i, label %for.body.i, label %for.cond.cleanup.i

for.cond.cleanup.i:                               ; preds = %for.cond.i
  %add6.i = add nsw i32 %mul14, 4
  %cmp7.i = icmp slt i32 %add6.i, %width
  br i1 %cmp7.i, label %cond.true8.i, label %cond.end13.i

for.body.i:                                       ; preds = %for.cond.i
  %vecext.i = extractelement <4 x float> %5, i32 %x.i.0
  %add.i = add nsw i32 %x.i.0, 1
  %idxprom4.i = sext i32 %add.i to i64
  %arrayidx5.i = getelementptr inbounds [6 x float], ptr %d, i64 0, i64 %idxprom4.i
  store float %vecext.i, ptr %arrayidx5.i, align 4, !tbaa !7
  br label %for.cond.i, !llvm.loop !12

cond.true8.i:                                     ; preds = %for.cond.cleanup.i
  %idxprom10.i = sext i32 %add6.i to i64
  %arrayidx11.i = getelementptr inbounds float, ptr %add.ptr76, i64 %idxprom10.i
  %7 = load float, ptr %arrayidx11.i, align 4, !tbaa !7
  br label %cond.end13.i

cond.end13.i:                                     ; preds = %for.cond.cleanup.i, %cond.true8.i
  %cond14.i = phi contract float [ %7, %cond.true8.i ], [ 0.000000e+00, %for.cond.cleanup.i ]
  %arrayidx15.i = getelementptr inbounds [6 x float], ptr %d, i64 0, i64 5
  store float %cond14.i, ptr %arrayidx15.i, align 4, !tbaa !7
  br label %_ZL8load_rowPKfiiRA6_f.exit

for.cond17.i:                                     ; preds = %if.end73, %cond.end30.i
  %x16.i.0 = phi i32 [ %inc35.i, %cond.end30.i ], [ 0, %if.end73 ]
  %cmp18.i = icmp slt i32 %x16.i.0, 6
  br i1 %cmp18.i, label %for.body20.i, label %_ZL8load_rowPKfiiRA6_f.exit

for.body20.i:                                     ; preds = %for.cond17.i
  %add21.i = add nsw i32 %mul14, %x16.i.0
  %sub22.i = sub nsw i32 %add21.i, 1
  %cmp23.i = icmp ult i32 %sub22.i, %width
  br i1 %cmp23.i, label %cond.true24.i, label %cond.end30.i

cond.true24.i:                                    ; preds = %for.body20.i
  %idxprom27.i = sext i32 %sub22.i to i64
  %arrayidx28.i = getelementptr inbounds float, ptr %add.ptr76, i64 %idxprom27.i
  %8 = load float, ptr %arrayidx28.i, align 4, !tbaa !7
  br label %cond.end30.i

cond.end30.i:                                     ; preds = %for.body20.i, %cond.true24.i
  %cond31.i = phi contract float [ %8, %cond.true24.i ], [ 0.000000e+00, %for.body20.i ]
  %idxprom32.i = sext i32 %x16.i.0 to i64
  %arrayidx33.i = getelementptr inbounds [6 x float], ptr %d, i64 0, i64 %idxprom32.i
  store float %cond31.i, ptr %arrayidx33.i, align 4, !tbaa !7
  %inc35.i = add nsw i32 %x16.i.0, 1
  br label %for.cond17.i, !llvm.loop !14

_ZL8load_rowPKfiiRA6_f.exit:                      ; preds = %for.cond17.i, %cond.end13.i
  br label %for.cond77

for.cond77:                                       ; preds = %for.inc123, %_ZL8load_rowPKfiiRA6_f.exit
  %j.0 = phi i32 [ 0, %_ZL8load_rowPKfiiRA6_f.exit ], [ %inc124, %for.inc123 ]
  %cmp78 = icmp slt i32 %j.0, 3
  br i1 %cmp78, label %for.cond81, label %for.end125

for.cond81:                                       ; preds = %for.cond77, %for.inc120
  %half.0 = phi i32 [ %add121, %for.inc120 ], [ 0, %for.cond77 ]
  %cmp82 = icmp slt i32 %half.0, 8
  br i1 %cmp82, label %for.body84, label %for.inc123

for.body84:                                       ; preds = %for.cond81
  %mul85 = mul nsw i32 %c.0, 9
  %mul86 = mul nsw i32 %i.0, 3
  %add87 = add nsw i32 %mul85, %mul86
  %add88 = add nsw i32 %add87, %j.0
  %idxprom89 = sext i32 %add88 to i64
  %arrayidx90 = getelementptr inbounds [144 x [8 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7conv3x3E6staged to ptr), i64 0, i64 %idxprom89
  %idxprom91 = sext i32 %half.0 to i64
  %arrayidx92 = getelementptr inbounds [8 x float], ptr %arrayidx90, i64 0, i64 %idxprom91
  %9 = load <4 x float>, ptr %arrayidx92, align 4, !tbaa !11
  br label %for.cond93

for.cond93:                                       ; preds = %for.inc117, %for.body84
  %o.0 = phi i32 [ 0, %for.body84 ], [ %inc118, %for.inc117 ]
  %cmp94 = icmp slt i32 %o.0, 4
  br i1 %cmp94, label %for.cond97, label %for.inc120

for.cond97:                                       ; preds = %for.cond93, %for.body100
  %x.0 = phi i32 [ %inc, %for.body100 ], [ 0, %for.cond93 ]
  %cmp98 = icmp slt i32 %x.0, 4
  br i1 %cmp98, label %for.body100, label %for.inc117

for.body100:                                      ; preds = %for.cond97
  %vecext = extractelement <4 x float> %9, i32 %o.0
  %add101 = add nsw i32 %x.0, %j.0
  %idxprom102 = sext i32 %add101 to i64
  %arrayidx103 = getelementptr inbounds [6 x float], ptr %d, i64 0, i64 %idxprom102
  %10 = load float, ptr %arrayidx103, align 4, !tbaa !7
  %add104 = add nsw i32 %half.0, %o.0
  %idxprom105 = sext i32 %add104 to i64
  %arrayidx106 = getelementptr inbounds [8 x [4 x float]], ptr %sum, i64 0, i64 %idxprom105
  %idxprom107 = sext i32 %x.0 to i64
  %arrayidx108 = getelementptr inbounds [4 x float], ptr %arrayidx106, i64 0, i64 %idxprom107
  %11 = load float, ptr %arrayidx108, align 4, !tbaa !7
  %12 = call contract noundef float @llvm.fma.f32(float %vecext, float %10, float %11)
  store float %12, ptr %arrayidx108, align 4, !tbaa !7
  %inc = add nsw i32 %x.0, 1
  br label %for.cond97, !llvm.loop !15

for.inc117:                                       ; preds = %for.cond97
  %inc118 = add nsw i32 %o.0, 1
  br label %for.cond93, !llvm.loop !16

for.inc120:                                       ; preds = %for.cond93
  %add121 = add nsw i32 %half.0, 4
  br label %for.cond81, !llvm.loop !17

for.inc123:                                       ; preds = %for.cond81
  %inc124 = add nsw i32 %j.0, 1
  br label %for.cond77, !llvm.loop !18

for.end125:                                       ; preds = %for.cond77
  call void @llvm.lifetime.end.p0(ptr %d) #6
  br label %for.inc126

for.inc126:                                       ; preds = %for.body68, %for.end125
  %inc127 = add nsw i32 %i.0, 1
  br label %for.cond65, !llvm.loop !19

for.inc129:                                       ; preds = %for.cond65
  %inc130 = add nsw i32 %c.0, 1
  br label %for.cond54, !llvm.loop !20

for.inc133:                                       ; preds = %for.end, %for.cond54
  %add134 = add nsw i32 %channel.0, 16
  br label %for.cond, !llvm.loop !22

for.end135:                                       ; preds = %for.cond
  br i1 %cmp, label %for.cond140, label %cleanup

for.cond140:                                      ; preds = %for.end135, %for.inc198
  %o139.0 = phi i32 [ %inc199, %for.inc198 ], [ 0, %for.end135 ]
  %cmp141 = icmp slt i32 %o139.0, 8
  br i1 %cmp141, label %for.body143, label %cleanup

for.body143:                                      ; preds = %for.cond140
  %add144 = add nsw i32 %mul5, %o139.0
  %cmp145 = icmp slt i32 %add144, %outputs
  br i1 %cmp145, label %if.then146, label %for.inc198

if.then146:                                       ; preds = %for.body143
  %mul147 = mul i32 %div9, %outputs
  %add148 = add i32 %mul147, %mul5
  %add149 = add i32 %add148, %o139.0
  %conv150 = zext i32 %add149 to i64
  %mul152 = mul nsw i64 %conv150, %conv17
  %add154 = add nsw i64 %mul152, %conv19
  %mul156 = mul nsw i64 %add154, %conv21
  %add.ptr157 = getelementptr inbounds float, ptr %out, i64 %mul156
  %idx.ext158 = sext i32 %mul14 to i64
  %add.ptr159 = getelementptr inbounds float, ptr %add.ptr157, i64 %idx.ext158
  %rem160 = srem i32 %width, 4
  %cmp161 = icmp eq i32 %rem160, 0
  br i1 %cmp161, label %if.then162, label %for.cond179

if.then162:                                       ; preds = %if.then146
  %idxprom163 = sext i32 %o139.0 to i64
  %arrayidx164 = getelementptr inbounds [8 x [4 x float]], ptr %sum, i64 0, i64 %idxprom163
  %13 = load float, ptr %arrayidx164, align 4, !tbaa !7
  %vecinit = insertelement <4 x float> poison, float %13, i32 0
  %arrayidx168 = getelementptr inbounds [4 x float], ptr %arrayidx164, i64 0, i64 1
  %14 = load float, ptr %arrayidx168, align 4, !tbaa !7
  %vecinit169 = insertelement <4 x float> %vecinit, float %14, i32 1
  %arrayidx172 = getelementptr inbounds [4 x float], ptr %arrayidx164, i64 0, i64 2
  %15 = load float, ptr %arrayidx172, align 4, !tbaa !7
  %vecinit173 = insertelement <4 x float> %vecinit169, float %15, i32 2
  %arrayidx176 = getelementptr inbounds [4 x float], ptr %arrayidx164, i64 0, i64 3
  %16 = load float, ptr %arrayidx176, align 4, !tbaa !7
  %vecinit177 = insertelement <4 x float> %vecinit173, float %16, i32 3
  store <4 x float> %vecinit177, ptr %add.ptr159, align 16, !tbaa !11
  br label %for.inc198

for.cond179:                                      ; preds = %if.then146, %for.inc193
  %x178.0 = phi i32 [ %inc194, %for.inc193 ], [ 0, %if.then146 ]
  %cmp180 = icmp slt i32 %x178.0, 4
  br i1 %cmp180, label %for.body182, label %for.inc198

for.body182:                                      ; preds = %for.cond179
  %add183 = add nsw i32 %mul14, %x178.0
  %cmp184 = icmp slt i32 %add183, %width
  br i1 %cmp184, label %if.then185, label %for.inc193

if.then185:                                       ; preds = %for.body182
  %idxprom186 = sext i32 %o139.0 to i64
  %arrayidx187 = getelementptr inbounds [8 x [4 x float]], ptr %sum, i64 0, i64 %idxprom186
  %idxprom188 = sext i32 %x178.0 to i64
  %arrayidx189 = getelementptr inbounds [4 x float], ptr %arrayidx187, i64 0, i64 %idxprom188
  %17 = load float, ptr %arrayidx189, align 4, !tbaa !7
  %arrayidx191 = getelementptr inbounds float, ptr %add.ptr159, i64 %idxprom188
  store float %17, ptr %arrayidx191, align 4, !tbaa !7
  br label %for.inc193

for.inc193:                                       ; preds = %for.body182, %if.then185
  %inc194 = add nsw i32 %x178.0, 1
  br label %for.cond179, !llvm.loop !23

for.inc198:                                       ; preds = %for.body143, %for.cond179, %if.then162
  %inc199 = add nsw i32 %o139.0, 1
  br label %for.cond140, !llvm.loop !24

cleanup:                                          ; preds = %for.cond140, %for.end135
  call void @llvm.lifetime.end.p0(ptr %sum) #6
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #5

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { convergent nocallback nounwind }
attributes #4 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #6 = { nounwind }

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
!11 = !{!5, !5, i64 0}
!12 = distinct !{!12, !10, !13}
!13 = !{!"llvm.loop.unroll.enable"}
!14 = distinct !{!14, !10, !13}
!15 = distinct !{!15, !10, !13}
!16 = distinct !{!16, !10, !13}
!17 = distinct !{!17, !10, !13}
!18 = distinct !{!18, !10, !13}
!19 = distinct !{!19, !10, !13}
!20 = distinct !{!20, !10, !21}
!21 = !{!"llvm.loop.unroll.disable"}
!22 = distinct !{!22, !10}
!23 = distinct !{!23, !10, !13}
!24 = distinct !{!24, !10, !13}
